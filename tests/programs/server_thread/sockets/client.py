import socket


def ask(address, name):
    with socket.create_connection(address, timeout=10) as connection:
        connection.sendall((name + "\n").encode())
        return int(connection.makefile().readline())
