"""A phone that has a page and stays connected until the room lets go of it. Run as ``held_open.py DOOR``; says when it
has the page."""

import socket
import sys

if __name__ == "__main__":
    host, _colon, port = sys.argv[1].partition(":")
    with socket.create_connection((host, int(port)), timeout=60) as connection:
        connection.sendall(f"GET /look.css HTTP/1.1\r\nHost: {sys.argv[1]}\r\n\r\n".encode())
        length, heard = -1, b""
        while length < 0 or len(heard.partition(b"\r\n\r\n")[2]) < length:
            heard += connection.recv(1 << 16)
            head = heard.partition(b"\r\n\r\n")[0].lower()
            length = int(head.split(b"content-length: ")[1].split(b"\r\n")[0])
        print("there", flush=True)
        while connection.recv(1 << 16):
            pass
