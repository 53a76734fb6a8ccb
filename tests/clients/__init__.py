"""The PostgreSQL clients of the tests."""

import sys

from tests.clients.installed import DRIVERS

# After our own packages, which are found first: these are under other licences and never among our dependencies.
sys.path.append(str(DRIVERS))
