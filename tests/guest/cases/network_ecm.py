# SPDX-License-Identifier: Apache-2.0
"""The same network card with cdc_ether, for hosts that want ECM."""

from gokey_guest.case import GuestCase
from gokey_guest.network import Network


class Ecm(Network, GuestCase):
    driver = "cdc_ether"
    options = ("--usb-network", "ecm")
