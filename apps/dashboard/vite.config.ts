import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // Workspace packages come from their source, as everywhere else.
  resolve: { conditions: ['@keg/source', ...defaultClientConditions] },
  build: {
    sourcemap: true,
    manifest: true,
    // What keeps zod from making code of text is in the chunk of zod: nothing that makes a schema runs before it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'zod', test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]src[\\/]no-eval\.ts/ }] } } },
  },
})
