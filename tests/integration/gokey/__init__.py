# SPDX-License-Identifier: Apache-2.0
"""Drives gokey-sim and gokeyctl from outside, the way people and other software do."""
