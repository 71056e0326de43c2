globalThis.title = 'Kegs!'
