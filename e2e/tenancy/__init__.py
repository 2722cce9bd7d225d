"""Every route, attacked from another org: `make test-tenancy`."""
