using Benevolat.Missions.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Benevolat.Missions.Data.Configurations;

internal sealed class SavedSearchConfiguration : IEntityTypeConfiguration<SavedSearch>
{
    public void Configure(EntityTypeBuilder<SavedSearch> search)
    {
        search.ToTable("saved_searches");
        search.Property(row => row.Id).ValueGeneratedNever();
        search.Property(row => row.Version).IsConcurrencyToken();
        search.HasIndex(row => new { row.AccountId, row.Id });
        search.HasIndex(row => row.DueAt).HasFilter("alerts <> 'never'");
    }
}
