"""The demo shop: its catalogue, its query photos and the flow of `make demo`."""
