import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/document/index.ts', 'src/transports/device-sdk.ts', 'src/transports/memory.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  clean: true,
})
