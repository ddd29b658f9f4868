" ALE linter: the buffer as it is typed, with the whole plan as its context.
call ale#Set('yaml_smartcheck_executable', 'smartcheck')

function! ale_linters#yaml#smartcheck#Handle(buffer, lines) abort
  let l:found = []
  for l:m in ale#util#GetMatches(a:lines,
        \ '\v^(.{-}):(\d+):(\d+): (error|warning|note): (.*) \[(\w+)\]$')
    " further places come as notes in other files
    call add(l:found, {'filename': l:m[1], 'lnum': l:m[2] + 0,
          \ 'col': l:m[3] + 0, 'text': l:m[5], 'code': l:m[6],
          \ 'type': {'error': 'E', 'warning': 'W', 'note': 'I'}[l:m[4]]})
  endfor
  return l:found
endfunction

call ale#linter#Define('yaml', {
      \ 'name': 'smartcheck',
      \ 'executable': {b -> ale#Var(b, 'yaml_smartcheck_executable')},
      \ 'command': '%e check -f gnu --allow-empty --stdin-filename %s -',
      \ 'read_buffer': 1,
      \ 'callback': 'ale_linters#yaml#smartcheck#Handle',
      \})
