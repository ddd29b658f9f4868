" Vim filetype plugin: a YAML file whose first key is one of ours is a plan.
" It gets the compiler, and :GoalCheck, which judges the buffer as it stands,
" saved or not, into the location list.
if exists('b:did_goalfile')
  finish
endif
if getline(1, 50)->match('^{\=\(goal\|person\|team\|company\|session\|log\|defaults\):') < 0
  finish
endif
let b:did_goalfile = 1
compiler goalfile
setlocal include= define=^\\s*\\(goal\\\|person\\\|team\\\|company\\):

function! s:check() abort
  let l:program = get(g:, 'goalfile_program', 'smartcheck')
  let l:said = systemlist(l:program . ' check -f gnu --stdin-filename '
        \ . shellescape(expand('%')) . ' -', bufnr('%'))
  call setloclist(0, [], ' ', {'title': l:program, 'lines': l:said,
        \ 'efm': &l:errorformat})
endfunction
command! -buffer -bar GoalCheck call s:check()
let b:undo_ftplugin = get(b:, 'undo_ftplugin', 'exe')
      \ . '| setlocal include< define< makeprg< errorformat<'
      \ . '| delcommand -buffer GoalCheck | unlet! b:did_goalfile'
