import { defineConfig } from 'tsup'

// `node:sqlite` has no other name.
export default defineConfig({ entry: ['src/index.ts', 'src/doors/index.ts', 'src/policy/index.ts', 'src/running.ts'], format: ['esm'], dts: true, splitting: true, clean: true, removeNodeProtocol: false })
