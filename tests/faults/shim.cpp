// Preloaded (LD_PRELOAD) into a client under test: lets one kind of call fail, the way a disk does. Only calls about
// files whose path contains TELEMETRY_FAULT_PATH count.
//
// TELEMETRY_FAULT_CALL   write, fsync, open, rename, unlink, truncate; or a habit of some network and FUSE file
// systems:
//                        unnamed (opening a file that has no name), link (hard links), chmod, flock, syncfolder (fsync
//                        of a folder), renameopen (renaming while somebody of this process has either file open),
//                        longname (whatever names a file with more than 143 bytes)
// TELEMETRY_FAULT_FROM   the number of the first call that fails, from 1; 0: none
// TELEMETRY_FAULT_TO     the number of the last one
// TELEMETRY_FAULT_ERRNO  the error; with EIO a write does half of its work first, as real ones do
// TELEMETRY_FAULT_KILL   anything: the process is killed before the call instead
// TELEMETRY_FAULT_COUNT  a file that the number of calls is written to at the end

#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

template<typename Function> Function *next(const char *name)
{
    return reinterpret_cast<Function *>(dlsym(RTLD_NEXT, name));
}

const char *setting(const char *name, const char *otherwise)
{
    const char *value = getenv(name);
    return value ? value : otherwise;
}

std::atomic<long> calls{0};

bool isOurs(const char *path)
{
    static const char *const part = setting("TELEMETRY_FAULT_PATH", "");
    return path && *part && strstr(path, part);
}

bool isOurs(int descriptor)
{
    char link[64];
    char path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return false;
    path[length] = '\0';
    return isOurs(path);
}

/// Whether this call fails; errno is set then.
template<typename What> bool fails(const char *kind, What what)
{
    static const char *const wanted = setting("TELEMETRY_FAULT_CALL", "");
    if (strcmp(kind, wanted) != 0 || !isOurs(what))
        return false;
    static const long from = atol(setting("TELEMETRY_FAULT_FROM", "0"));
    static const long to = atol(setting("TELEMETRY_FAULT_TO", "0"));
    const long number = ++calls;
    if (from == 0 || number < from || number > to)
        return false;
    if (getenv("TELEMETRY_FAULT_KILL"))
        kill(getpid(), SIGKILL);
    errno = atoi(setting("TELEMETRY_FAULT_ERRNO", "5"));
    return true;
}

__attribute__((destructor)) void tell()
{
    const char *name = getenv("TELEMETRY_FAULT_COUNT");
    if (!name)
        return;
    if (FILE *file = next<FILE *(const char *, const char *)>("fopen")(name, "w")) {
        fprintf(file, "%ld\n", calls.load());
        fclose(file);
    }
}

bool isFolder(int descriptor)
{
    struct stat info = {};
    return fstat(descriptor, &info) == 0 && S_ISDIR(info.st_mode);
}

/// Whether this process has the file open.
bool isOpen(const char *path)
{
    struct stat wanted = {};
    if (stat(path, &wanted) != 0)
        return false;
    constexpr int descriptors = 1024;
    for (int i = 0; i < descriptors; ++i) {
        struct stat info = {};
        if (fstat(i, &info) == 0 && info.st_dev == wanted.st_dev && info.st_ino == wanted.st_ino)
            return true;
    }
    return false;
}

bool hasLongName(const char *path)
{
    constexpr size_t longest = 143; // eCryptfs
    const char *slash = path ? strrchr(path, '/') : nullptr;
    return path && strlen(slash ? slash + 1 : path) > longest;
}

bool failsForItsName(const char *path)
{
    return hasLongName(path) && fails("longname", path);
}

bool failsToRename(const char *from, const char *to)
{
    return fails("rename", from) || ((isOpen(from) || isOpen(to)) && fails("renameopen", from)) || failsForItsName(from)
           || failsForItsName(to);
}

template<typename Open> int openOr(Open open, const char *path, int flags, va_list arguments)
{
    const bool unnamed = (flags & O_TMPFILE) == O_TMPFILE;
    const mode_t mode = (flags & O_CREAT) || unnamed ? static_cast<mode_t>(va_arg(arguments, int)) : mode_t(0);
    return (unnamed && fails("unnamed", path)) || fails("open", path) || failsForItsName(path) ? -1 : open(mode);
}

} // namespace

extern "C" {

int open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int result = openOr([&](mode_t mode) { return next<int(const char *, int, ...)>("open")(path, flags, mode); },
                              path, flags, arguments);
    va_end(arguments);
    return result;
}

int open64(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int result =
        openOr([&](mode_t mode) { return next<int(const char *, int, ...)>("open64")(path, flags, mode); }, path, flags,
               arguments);
    va_end(arguments);
    return result;
}

int openat(int folder, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    const int result =
        openOr([&](mode_t mode) { return next<int(int, const char *, int, ...)>("openat")(folder, path, flags, mode); },
               path, flags, arguments);
    va_end(arguments);
    return result;
}

ssize_t write(int descriptor, const void *bytes, size_t size)
{
    const auto real = next<ssize_t(int, const void *, size_t)>("write");
    if (!fails("write", descriptor))
        return real(descriptor, bytes, size);
    if (errno == EIO && size > 1)
        return real(descriptor, bytes, size / 2);
    return -1;
}

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    return fails("write", descriptor)
               ? -1
               : next<ssize_t(int, const void *, size_t, off_t)>("pwrite")(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    return fails("write", descriptor)
               ? -1
               : next<ssize_t(int, const void *, size_t, off64_t)>("pwrite64")(descriptor, bytes, size, offset);
}

int fsync(int descriptor)
{
    return fails("fsync", descriptor) || (isFolder(descriptor) && fails("syncfolder", descriptor))
               ? -1
               : next<int(int)>("fsync")(descriptor);
}

int fdatasync(int descriptor)
{
    return fails("fsync", descriptor) ? -1 : next<int(int)>("fdatasync")(descriptor);
}

int ftruncate(int descriptor, off_t size)
{
    return fails("truncate", descriptor) ? -1 : next<int(int, off_t)>("ftruncate")(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size)
{
    return fails("truncate", descriptor) ? -1 : next<int(int, off64_t)>("ftruncate64")(descriptor, size);
}

int rename(const char *from, const char *to)
{
    return failsToRename(from, to) ? -1 : next<int(const char *, const char *)>("rename")(from, to);
}

int renameat2(int fromFolder, const char *from, int toFolder, const char *to, unsigned flags)
{
    return failsToRename(from, to) ? -1
                                   : next<int(int, const char *, int, const char *, unsigned)>("renameat2")(
                                       fromFolder, from, toFolder, to, flags);
}

int link(const char *from, const char *to)
{
    return fails("link", to) || failsForItsName(to) ? -1 : next<int(const char *, const char *)>("link")(from, to);
}

int linkat(int fromFolder, const char *from, int toFolder, const char *to, int flags)
{
    return fails("rename", to) || fails("link", to) || failsForItsName(to)
               ? -1
               : next<int(int, const char *, int, const char *, int)>("linkat")(fromFolder, from, toFolder, to, flags);
}

int mkdir(const char *path, mode_t mode)
{
    return failsForItsName(path) ? -1 : next<int(const char *, mode_t)>("mkdir")(path, mode);
}

int chmod(const char *path, mode_t mode)
{
    return fails("chmod", path) ? -1 : next<int(const char *, mode_t)>("chmod")(path, mode);
}

int fchmod(int descriptor, mode_t mode)
{
    return fails("chmod", descriptor) ? -1 : next<int(int, mode_t)>("fchmod")(descriptor, mode);
}

int flock(int descriptor, int operation)
{
    return fails("flock", descriptor) ? -1 : next<int(int, int)>("flock")(descriptor, operation);
}

int unlink(const char *path)
{
    return fails("unlink", path) ? -1 : next<int(const char *)>("unlink")(path);
}

} // extern "C"
