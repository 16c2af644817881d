// What a page does more where scripts run: everything works without it.
const root = document.documentElement
root.classList.add('script')

for (const button of document.querySelectorAll('[data-print]')) button.addEventListener('click', () => window.print())

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
