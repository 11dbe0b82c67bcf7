package kz.intelligentplatforms.partners.notification;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Sockets that send what is written at once. Without that, the line that ends a mail waits until the server has acknowledged the lines
 * before it, which takes 40 ms a mail. The mail library makes it by name: {@code mail.smtp.socketFactory.class}.
 */
public final class PromptSockets extends SocketFactory {

    private static final SocketFactory SYSTEM = SocketFactory.getDefault();
    private static final PromptSockets INSTANCE = new PromptSockets();

    private PromptSockets() {}

    /** Hides the system's own, as the mail library asks for it. */
    public static SocketFactory getDefault() {
        return INSTANCE;
    }

    @Override
    public Socket createSocket() throws IOException {
        return prompt(SYSTEM.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return prompt(SYSTEM.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return prompt(SYSTEM.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return prompt(SYSTEM.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return prompt(SYSTEM.createSocket(host, port, localHost, localPort));
    }

    private static Socket prompt(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
