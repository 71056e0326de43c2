import { defineConfig } from 'tsup'

export default defineConfig({ entry: ['src/index.ts', 'src/policy/index.ts', 'src/running.ts'], format: ['esm'], dts: true, splitting: true, clean: true })
