// Whether somebody is at the screen: polling must not keep a forgotten session alive.
let lastTouch = performance.now()
for (const event of ['pointerdown', 'keydown', 'wheel', 'touchstart']) {
  window.addEventListener(event, () => void (lastTouch = performance.now()), { passive: true, capture: true })
}

/** True where the page is in sight and was touched within the last two minutes. */
export const isAttended = (): boolean => document.visibilityState === 'visible' && performance.now() - lastTouch < 120_000
