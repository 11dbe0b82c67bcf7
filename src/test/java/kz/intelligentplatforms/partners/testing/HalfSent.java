package kz.intelligentplatforms.partners.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A request whose sender falls silent in the middle of its body, and keeps the connection. */
public record HalfSent(Socket socket) implements AutoCloseable {

    /** @param saysItsLength otherwise it is sent in chunks */
    public static HalfSent to(Node node, String path, boolean saysItsLength) throws IOException {
        var socket = new Socket("localhost", Integer.parseInt(node.port()));
        // Longer than the server takes to lose its patience.
        socket.setSoTimeout(30_000);
        var json = path.contains("/api/");
        var head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: "
                + (json ? "application/json" : "application/x-www-form-urlencoded") + "\r\n";
        var half = json ? "{\"a\":" : "a=b";
        var body = saysItsLength
                ? "Content-Length: 100\r\n\r\n" + half
                : "Transfer-Encoding: chunked\r\n\r\n64\r\n" + half;
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return new HalfSent(socket);
    }

    /** The first line of what the server says, once it says something; nothing where it only ends the connection. */
    public String answer() throws IOException {
        var line =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
