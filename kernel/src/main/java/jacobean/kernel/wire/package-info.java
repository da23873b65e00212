/**
 * The Jupyter messaging protocol 5.4. Read {@link jacobean.kernel.wire.Kernel} first: it hands each
 * {@code Request} to its handler. {@code Sockets} has the only thread that touches ZeroMQ, {@code
 * Outbox} the queue that everything leaves through, {@code Envelope} the bytes of a message.
 */
package jacobean.kernel.wire;
