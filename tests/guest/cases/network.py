# SPDX-License-Identifier: Apache-2.0
"""The network card as hosts find it, with cdc_ncm: DHCP, ping, names, the console and gokeyctl over it."""

from gokey_guest.case import GuestCase
from gokey_guest.network import Network


class Ncm(Network, GuestCase):
    driver = "cdc_ncm"
