"""The HTTP layers that ours is measured beside: the same twenty products, from memory."""
