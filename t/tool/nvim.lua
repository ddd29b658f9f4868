-- Edits a plan in Neovim and compares, after each edit, what is shown with what
-- the programs say of the buffer: place, kind, text, nothing left over, and
-- nothing gone in between.
-- usage: TO=FILE ED=FOLDER nvim --headless -u NONE -c 'luafile nvim.lua'
local steps, bad, log = 0, 0, io.open(os.getenv('TO'), 'w')
local ed = os.getenv('ED')
dofile(ed .. '/nvim/goalfile.lua').setup(ed .. '/efm/config.yaml')
vim.cmd('filetype plugin on')
vim.o.hidden = true

local function shown()
  local all = {}
  for _, d in ipairs(vim.diagnostic.get(0)) do
    table.insert(all, ('%d:%d:%d:%s'):format(d.lnum + 1, d.col + 1, d.severity, d.message))
  end
  table.sort(all)
  return table.concat(all, '\n')
end

-- columns of gnu and of Neovim are bytes; the server between counts UTF-16
local function wanted()
  local kinds = { error = 1, warning = 2, note = 4 }
  local all, seen, name = {}, {}, vim.fn.expand('%:p')
  local nl = vim.bo.fileformat == 'dos' and '\r\n' or '\n'
  local f = io.open(os.getenv('TO') .. '.buffer', 'wb')
  f:write(table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), nl) .. nl)
  f:close()
  for _, program in ipairs({ 'smartcheck', 'alignmap' }) do
    for _, l in ipairs(vim.fn.systemlist(program .. ' check -f gnu --allow-empty --stdin-filename '
        .. vim.fn.shellescape(name) .. ' - <' .. os.getenv('TO') .. '.buffer')) do
      local path, line, col, kind, said = l:match('^(.-):(%d+):(%d+): (%a+): (.*)$')
      local own = path == name or (name:find('["\\]') and path and path:sub(1, 1) == '"')
      if own and not seen[l] then
        seen[l] = true
        table.insert(all, ('%d:%d:%d:%s'):format(line, col, kinds[kind], said))
      end
    end
  end
  table.sort(all)
  return table.concat(all, '\n')
end

local gone
vim.api.nvim_create_autocmd('DiagnosticChanged', {
  callback = function()
    gone = gone or shown() == ''
  end,
})

-- step NAME EDIT: the same is wanted once it has been asked for, and stays
local function step(name, edit)
  local buffer, before = vim.fn.bufnr('%'), shown()
  local dropped = false
  steps = steps + 1
  gone = false
  edit()
  local want = wanted()
  local good = vim.wait(10000, function()
    return shown() == want
  end, 10)
  -- what was right before has yet to be asked for
  vim.wait(before == want and 300 or 60, function() end)
  dropped = gone and want ~= '' and before ~= '' and buffer == vim.fn.bufnr('%')
  if good and shown() == want and not dropped then
    return
  end
  bad = bad + 1
  log:write(name, dropped and ' (all was gone meanwhile)' or '', '\nwanted\n', want, '\nshown\n', shown(), '\n')
end

local function open(name)
  return function()
    vim.cmd('silent edit ' .. vim.fn.fnameescape(name))
    vim.bo.filetype = 'yaml'
  end
end
local function find(text)
  return vim.fn.search('\\V\\^' .. text, 'nw')
end
local function change(from, ...)
  local i, lines = find(from), { ... }
  return vim.api.nvim_buf_set_lines(0, i - 1, i, true, lines)
end
local function add(...)
  vim.api.nvim_buf_set_lines(0, -1, -1, true, { ... })
end
local function undo()
  vim.cmd('silent undo')
end
local function type(keys)
  vim.api.nvim_feedkeys(vim.api.nvim_replace_termcodes(keys, true, false, true), 'tx', false)
end

-- johan.yaml has CRLF
step('open', open('goals/johan.yaml'))
step('a goal begins', function() add('---', 'goal: johan-new') end)
step('its title', function() add('title: Win 12 new clinics by 30 September 2026') end)
step('links behind wide letters', function() add('supports: [Größe, 🎯🎯, tpo]', 'owner: johan') end)
step('typed', function() type('Gowhy: weil Ärzte 🎯') end)
step('and more', function() type('A warten<Esc>odue: 2026-09-3') end)
step('half a bracket', function() add('measure: {metric: clinics won, unit: clinics, from: 0, to: 12') end)
step('the other half', function() type('GA}') end)
step('undone', undo)
step('a key twice', function() change('goal: johan-new', 'goal: johan-new', 'owner: lin') end)
step('undone', undo)
step('a tab', function() change('goal: johan-new', 'goal: johan-new', '\towner: lin') end)
step('undone', undo)
step('a long line', function() change('goal: johan-new', 'goal: johan-new', 'note: ' .. ('é🎯'):rep(2000) .. '\27') end)
step('undone', undo)
step('a carriage return', function() add('---\r', 'goal: x\r', 'title: y\r') end)
step('undone', undo)
step('a conflict', function() vim.api.nvim_buf_set_lines(0, 3, 3, true, { '<<<<<<< HEAD', '=======' }) end)
step('other line ends', function() undo() vim.bo.fileformat = 'unix' end)
step('all deleted', function() vim.api.nvim_buf_set_lines(0, 0, -1, true, {}) end)
step('all back', undo)
step('saved', function() vim.cmd('silent write') end)
-- a second file changes while one is away
step('ana', open('goals/ana.yaml'))
step('sales', open('goals/sales.yaml'))
step('another id', function() change('goal: sales-q2', 'goal: sales-qq') vim.cmd('silent write') end)
step('back to ana', function() vim.cmd('silent buffer goals/ana.yaml') end)
for _, name in ipairs({ 'goals/a b.yaml', 'goals/$(touch x).yaml', "goals/it's;touch x;.yaml", 'goals/ü "q\\.yaml' }) do
  step(name, function() open(name)() add('goal: odd', 'supports: [é, nobody]') end)
end
step("somebody else's", function() open('compose.yaml')() add('a: {b: !Ref c') end)
log:write(steps, ' steps, ', bad, ' bad\n')
log:close()
vim.cmd('qall!')
