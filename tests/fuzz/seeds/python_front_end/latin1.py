# -*- coding: latin-1 -*-
name = "é"  # café
print(name)
