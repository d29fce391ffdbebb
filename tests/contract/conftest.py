"""Fixtures of the contract suite."""

from support.contract_networks import bench, clock, double, network
from support.pds import pds

__all__ = ["bench", "clock", "double", "network", "pds"]
