-- Neovim: goals through efm-langserver, as one types. Put this and
-- efm/config.yaml where you like and say
--   dofile('/path/to/goalfile.lua').setup('/path/to/config.yaml')
local M = {}

-- Ask for the findings of a buffer once more: another file may have changed
-- while one was there, and efm loses what is asked while it waits for another.
local function ask_again(buffer)
  vim.defer_fn(function()
    if vim.api.nvim_buf_is_valid(buffer) then
      vim.lsp.buf_notify(buffer, 'textDocument/didSave', {
        textDocument = { uri = vim.uri_from_bufnr(buffer) },
      })
    end
  end, 300)
end

function M.setup(config)
  vim.api.nvim_create_autocmd('FileType', {
    pattern = 'yaml',
    callback = function(args)
      local from = vim.fs and vim.fs.dirname or function(p)
        return vim.fn.fnamemodify(p, ':h')
      end
      local options = {
        name = 'goalfile',
        cmd = { 'efm-langserver', '-c', config },
        root_dir = from(vim.api.nvim_buf_get_name(args.buf)),
        init_options = { documentFormatting = false },
      }
      vim.api.nvim_create_autocmd('BufEnter', {
        buffer = args.buf,
        callback = function()
          ask_again(args.buf)
        end,
      })
      ask_again(args.buf)
      if vim.lsp.start then
        vim.lsp.start(options)
        return
      end
      M.client = M.client or vim.lsp.start_client(options)
      vim.lsp.buf_attach_client(args.buf, M.client)
    end,
  })
end

return M
