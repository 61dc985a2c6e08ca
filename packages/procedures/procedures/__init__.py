"""办事程序: what public administration does everywhere alike; services import it, it imports only the chassis."""
