// Over plain HTTP no browser heeds Clear-Site-Data: whoever has signed out leaves nothing in the storage of this site all the same.
for (const name of ['localStorage', 'sessionStorage']) {
  try {
    globalThis[name].clear()
  } catch {
    // A browser that keeps nothing refuses to be asked.
  }
}
