// What a page does more where scripts run: everything works without it.
const root = document.documentElement
root.classList.add('script')

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())

// A citation names the day on which the page was read; the page itself is the same on every day.
for (const place of document.querySelectorAll('[data-day-of-reading]')) {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date())
  place.textContent = `，${day} 查阅`
}

for (const button of document.querySelectorAll('[data-copy]')) {
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.getAttribute('data-copy'))
    if (!source) return
    await navigator.clipboard.writeText(source.textContent.trim())
    const said = button.textContent
    button.textContent = '已复制'
    setTimeout(() => {
      button.textContent = said
    }, 2000)
  })
}

for (const form of document.querySelectorAll('form[data-go]')) {
  form.addEventListener('change', () => form.submit())
}

/** While a person types, what is public of it already; answers that come late are dropped. */
for (const place of document.querySelectorAll('[data-finds]')) {
  const field = document.getElementById(place.getAttribute('data-of'))
  let asked = ''
  let waiting
  const ask = async () => {
    const text = field.value.trim().slice(0, 100)
    if (text === asked) return
    asked = text
    const answer =
      text.length < 2
        ? ''
        : await fetch(`${place.getAttribute('data-finds')}?q=${encodeURIComponent(text)}`).then(
            async (one) => (one.ok ? one.text() : ''),
            () => '',
          )
    if (asked === text) place.innerHTML = answer
  }
  field?.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(ask, 400)
  })
}

document.addEventListener('click', ({ target }) => {
  const unit = target instanceof Element && target.closest('[data-choose-unit]')?.getAttribute('data-choose-unit')
  const choice = document.getElementById('unitId')
  if (!unit || !choice) return
  choice.value = unit
  choice.focus()
})
