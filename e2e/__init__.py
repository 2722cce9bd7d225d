"""Black-box tests: the built program as a user meets it, over HTTP and on the command line, with real services."""
