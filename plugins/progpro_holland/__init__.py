"""Indices of Holland's hexagon: code, consistency, differentiation, elevation."""
