"""Faults on purpose: broken content, killed builds, full disks, hostile text."""
