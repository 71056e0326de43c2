import react from '@vitejs/plugin-react'
import { defaultClientConditions, defineConfig } from 'vite'

export default defineConfig({
  plugins: [react()],
  // Workspace packages come from their source, as everywhere else.
  resolve: { conditions: ['@keg/source', ...defaultClientConditions] },
  build: { sourcemap: true },
})
