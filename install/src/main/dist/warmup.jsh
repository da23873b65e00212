var x = jnp.arange(5.0);
print(x);
jnp.sum(x)
