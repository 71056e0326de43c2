import { defineConfig } from 'tsup'
// eslint-disable-next-line @nx/enforce-module-boundaries -- how all packages are built is in no project
import { declared } from '../../tsup.declared.ts'

// Its types name `Symbol.asyncDispose`, which no library before esnext has.
export default defineConfig({
  entry: [
    'src/index.ts', 'src/document/index.ts', 'src/transports/device-sdk.ts', 'src/transports/mqttjs.ts', 'src/transports/http.ts',
    'src/transports/greengrass.ts', 'src/transports/memory.ts', 'src/react/index.ts',
  ],
  format: ['esm', 'cjs'],
  dts: { entry: declared('packages/shadow-client'), banner: '/// <reference lib="esnext.disposable" />' },
  // One ShadowError for all entries, in CommonJS too.
  splitting: true,
  clean: true,
})
