import * as z from 'zod'

// The page's policy lets no text become code, which zod would try for speed as schemas are made: imported before any of them.
z.config({ jitless: true })
