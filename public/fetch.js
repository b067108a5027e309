// Asks for the program while the page is still being read. The build puts this behind the lock, with the name of the file.
const program = fetch("PROGRAM.wasm");
