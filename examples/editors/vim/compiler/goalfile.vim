" Vim compiler file: goals, judged by the program that g:goalfile_program names
" (smartcheck, or alignmap for the whole plan). :make fills the quickfix list.
if exists('current_compiler')
  finish
endif
let current_compiler = 'goalfile'
if exists(':CompilerSet') != 2
  command -nargs=* CompilerSet setlocal <args>
endif
let s:program = get(g:, 'goalfile_program', 'smartcheck')
execute 'CompilerSet makeprg=' . s:program . '\ check\ -f\ gnu\ $*'
CompilerSet errorformat=%f:%l:%c:\ %t%*[^:]:\ %m\ [%o],
      \%f:%l:%c:\ %t%*[^:]:\ %m,
      \%f:%l:\ %t%*[^:]:\ %m,
      \%-G%.%#
