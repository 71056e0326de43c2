import { defineConfig } from 'vitest/config'

/**
 * `pnpm nx run @keg/shadow-client:greengrass`: apart, because the SDK's native IPC client has been seen to hang, once in 40 runs on a busy
 * machine.
 */
export default defineConfig({ test: { include: ['src/transports/greengrass.spec.ts'], execArgv: ['--conditions=@keg/source'] } })
