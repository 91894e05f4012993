"""The sample network of `make demo`, made through the same doors that people use."""
