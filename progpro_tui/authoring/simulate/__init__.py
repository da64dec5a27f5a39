"""Simulated respondents, who answer any exercise step by step, and what comes of many of them."""
