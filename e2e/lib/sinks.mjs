// Servers that take whatever comes and tell of it.

import { createSocket } from "node:dgram";
import { createServer } from "node:http";

/// A sink for HTTP, which counts connections too, and one for UDP. `arrived` says what came, in order: paths, "connection", "datagram".
export async function sinks() {
  const arrived = [];
  const server = createServer((request, response) => {
    arrived.push(request.url);
    response.writeHead(200, { "Content-Type": "text/plain", "Access-Control-Allow-Origin": "*" });
    response.end("taken");
  });
  server.on("connection", () => arrived.push("connection"));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const socket = createSocket("udp4");
  socket.on("message", () => arrived.push("datagram"));
  await new Promise((ready) => socket.bind(0, "127.0.0.1", ready));
  return {
    arrived,
    // By another name than the page's own server, so that it is another site.
    there: `http://localhost:${server.address().port}`,
    udp: socket.address().port,
    close: () => {
      socket.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
