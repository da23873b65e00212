/**
 * ND4J beside the library: its arrays to and from ours, and as an engine that is used when asked
 * for. Its jars are not part of this one; whoever uses this package adds {@code
 * org.nd4j:nd4j-native}.
 */
package jacobean.nd4j;
