import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/generate/index.ts'], format: ['esm'], dts: { banner: '/// <reference types="node" />' }, splitting: true,
  clean: true, removeNodeProtocol: false,
})
