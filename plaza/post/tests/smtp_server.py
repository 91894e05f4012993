"""A small mail server of our own, which can be told to break off."""

import socketserver
import threading


class Handler(socketserver.StreamRequestHandler):
    """Speaks just enough SMTP."""

    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        server = self.server
        if server.behaves == "silent":
            return
        self.say("220 ready")
        while line := self.rfile.readline().decode().strip():
            verb = line.split(":")[0].split(" ")[0].upper()
            if verb == "QUIT":
                self.say("221 bye")
                return
            if verb == "DATA":
                self.say("354 go on")
                text = self.read_text()
                if server.behaves == "breaks":
                    return
                if server.behaves in {"full", "refuses the text"}:
                    self.say("452 no room" if server.behaves == "full" else "554 not this")
                    continue
                server.letters.append(text)
                self.say("250 taken")
            elif verb == "RCPT" and server.behaves == "knows nobody":
                self.say("550 no such person")
            elif verb == "RCPT" and server.behaves == "is busy":
                self.say("451 later")
            else:
                self.say("250 ok")

    def read_text(self):
        lines = []
        while (line := self.rfile.readline()) not in (b".\r\n", b""):
            lines.append(line)
        return b"".join(lines).decode()


class MailServer(socketserver.ThreadingTCPServer):
    """Listens on a free port of this machine; keeps what it took in `letters`."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.behaves, self.letters = "well", []

    @property
    def url(self):
        return f"smtp://127.0.0.1:{self.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *fault):
        self.shutdown()
        self.server_close()
