import { defineConfig } from 'tsup'

export default defineConfig({ entry: ['src/index.ts', 'src/keg/index.ts'], format: ['esm', 'cjs'], dts: true, clean: true })
