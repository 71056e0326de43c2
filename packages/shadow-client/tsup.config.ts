import { defineConfig } from 'tsup'

export default defineConfig({
  entry: ['src/index.ts', 'src/document/index.ts', 'src/transports/device-sdk.ts', 'src/transports/mqttjs.ts', 'src/transports/http.ts', 'src/transports/greengrass.ts', 'src/transports/memory.ts', 'src/react/index.ts'],
  format: ['esm', 'cjs'],
  dts: true,
  // One ShadowError for all entries, in CommonJS too.
  splitting: true,
  clean: true,
})
