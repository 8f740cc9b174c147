// Linked with the whole archive of one module and only its declared dependencies: what it uses in secret stays
// undefined.
