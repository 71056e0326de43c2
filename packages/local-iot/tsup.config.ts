import { defineConfig } from 'tsup'

// Its types name `Symbol.asyncDispose`, which no library before esnext has, and streams of Node.js.
// `node:sqlite` has no other name.
export default defineConfig({
  entry: ['src/index.ts', 'src/doors/index.ts', 'src/policy/index.ts', 'src/running.ts'], format: ['esm'],
  dts: { banner: '/// <reference lib="esnext.disposable" />\n/// <reference types="node" />' }, splitting: true, clean: true,
  removeNodeProtocol: false,
})
