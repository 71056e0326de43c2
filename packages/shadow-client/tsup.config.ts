import { defineConfig } from 'tsup'

// Its types name `Symbol.asyncDispose`, which no library before esnext has.
export default defineConfig({
  entry: [
    'src/index.ts', 'src/document/index.ts', 'src/transports/device-sdk.ts', 'src/transports/mqttjs.ts', 'src/transports/http.ts',
    'src/transports/greengrass.ts', 'src/transports/memory.ts', 'src/react/index.ts',
  ],
  format: ['esm', 'cjs'],
  dts: { banner: '/// <reference lib="esnext.disposable" />' },
  // One ShadowError for all entries, in CommonJS too.
  splitting: true,
  clean: true,
})
