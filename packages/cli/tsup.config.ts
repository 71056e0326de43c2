import { defineConfig } from 'tsup'

// A command: nobody imports it, so it has no types.
export default defineConfig({ entry: ['src/main.ts'], format: ['esm'], clean: true })
