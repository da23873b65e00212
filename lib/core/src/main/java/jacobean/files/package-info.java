/**
 * Arrays in files: NumPy's .npy and .npz, and safetensors. All three hold little-endian numbers as
 * memory does on the machines that this library runs on.
 */
package jacobean.files;
