import { defineConfig } from 'tsup'

// Its types name streams of Node.js.
export default defineConfig({
  entry: ['src/index.ts', 'src/adapters/web-socket.ts', 'src/testing/index.ts'], format: ['esm'],
  dts: { banner: '/// <reference types="node" />' }, splitting: true, clean: true, removeNodeProtocol: false,
})
